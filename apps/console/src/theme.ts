import type { ThemeConfig } from 'antd';

/** The house tokens (design, section 7): paper, ink, one action colour; cinnabar only for what needs attention. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4f55',
    colorInfo: '#0b4f55',
    colorLink: '#0b4f55',
    colorError: '#8e1f10',
    colorWarning: '#5f4200',
    colorSuccess: '#16502e',
    colorTextBase: '#1a2321',
    colorTextPlaceholder: '#5a6461',
    colorTextDescription: '#47514e',
    colorBgLayout: '#fbfaf5',
    colorBorder: '#6a7471',
    colorBorderSecondary: '#d8d8ce',
    borderRadius: 3,
    controlHeight: 34,
    fontSize: 14,
    fontFamily:
      '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif',
    motion: false,
  },
};

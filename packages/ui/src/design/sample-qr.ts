// A real code (version 3, level M), so that the design page shows what a scanner reads: https://example.gov.cn/v/9901
const rows =
  '1fc93e7f 10480841 1757535d 17521a5d 1753e35d 1055f941 1fd5557f 0019a600 17c06c7c 1d973f71 0d4208b0 1c1253aa 0afd160c 02a8e2f1 1d43f47c 0b88a792 16fe650c 1c0b33f5 11740d14 14335b02 165213f7 0014e91f 1fcffb5c 105ca710 175165f7 1754b3ac 175486fe 104e957a 1fd586f4'.split(
    ' ',
  );

export const sampleQr = {
  size: rows.length,
  data: rows.flatMap((row) => [...Number.parseInt(row, 16).toString(2).padStart(rows.length, '0')].map(Number)),
};

type Spot = { char: string; x: number; y: number; turn: number };

/** The name along the upper arc, feet towards the centre, as on a real seal; 14 and more characters close up. */
function alongArc(name: string): Spot[] {
  const chars = [...name];
  const span = Math.min(285, chars.length * 25);
  return chars.map((char, at) => {
    const turn = chars.length === 1 ? 0 : -span / 2 + (span * at) / (chars.length - 1);
    const angle = ((turn - 90) * Math.PI) / 180;
    return { char, x: 60 + 44 * Math.cos(angle), y: 60 + 44 * Math.sin(angle), turn };
  });
}

const star = 'M60 44l4.7 9.6 10.6 1.5-7.7 7.4 1.9 10.5-9.5-5-9.5 5 1.9-10.5-7.7-7.4 10.6-1.5z';
const round = (value: number) => Math.round(value * 10) / 10;

export type SealProps = {
  /** The whole name of the body, as the seal bears it. */
  name: string;
  /** What kind of seal: "电子证照专用章". */
  use?: string | undefined;
};

/**
 * A round seal in cinnabar, Chinese on every page, as on paper. It is a picture: what proves the paper is its signature, which the QR code leads to.
 */
export function Seal({ name, use }: SealProps) {
  const small = [...name].length > 13;
  return (
    <svg className="seal" viewBox="0 0 120 120" role="img" lang="zh-CN" aria-label={`印章：${name}`}>
      <circle cx="60" cy="60" r="57" />
      <path d={star} />
      <g className={small ? 'seal-name small' : 'seal-name'}>
        {alongArc(name).map(({ char, x, y, turn }, at) => (
          <text
            key={`${at}-${char}`}
            transform={`translate(${round(x)} ${round(y)}) rotate(${round(turn)})`}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {char}
          </text>
        ))}
      </g>
      {use ? (
        <text className="seal-use" x="60" y="88" textAnchor="middle" dominantBaseline="central">
          {use}
        </text>
      ) : null}
    </svg>
  );
}

/** How people and firms look for a service without knowing its name; items say to which of these they belong. */
export type LifeEventKind = {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly audience: 'person' | 'firm';
};

const person = (key: string, name: string, nameEn: string): LifeEventKind => ({
  key,
  name,
  nameEn,
  audience: 'person',
});
const firm = (key: string, name: string, nameEn: string): LifeEventKind => ({ key, name, nameEn, audience: 'firm' });

export const lifeEvents: readonly LifeEventKind[] = [
  person('having-a-child', '生育收养', 'Having a child'),
  person('school', '上学教育', 'Going to school'),
  person('work', '就业失业', 'Work and losing it'),
  person('marriage', '婚姻家庭', 'Marriage and family'),
  person('home', '安家落户', 'A home and a place to live'),
  person('health', '就医健康', 'Health and medical care'),
  person('travel', '出行驾车', 'Driving and getting about'),
  person('hard-times', '救助帮扶', 'Help in hard times'),
  person('disability', '残疾人服务', 'Living with a disability'),
  person('old-age', '退休养老', 'Growing old'),
  person('service-members', '军人与退役', 'Soldiers and veterans'),
  person('funeral', '身后事', 'After a death'),
  firm('starting-a-business', '开办企业', 'Starting a business'),
  firm('opening-a-shop', '开店经营', 'Opening a shop'),
  firm('hiring', '用工参保', 'Hiring people'),
  firm('building', '工程建设', 'Building'),
  firm('street', '占道与户外', 'Streets and signs'),
  firm('closing-a-business', '变更注销', 'Changing or closing a business'),
];

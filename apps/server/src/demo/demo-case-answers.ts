const places = ['滨湖路 12 号', '老城街 5 号', '学院路 88 号'];
const signs = ['小明面馆', '桂芳豆浆', '晨光快餐'];

/** What the demonstration citizens said when they applied for a food licence. */
export const demoCaseAnswers = (index: number): Record<string, unknown> => ({
  applicantKind: 'person',
  shopName: signs[index],
  trade: '餐饮服务经营者',
  foods: ['热食类', '自制饮品'],
  delivers: false,
  place: { division: '990102', detail: places[index] },
  size: 60 + index * 20,
  kitchenSize: 18 + index,
  pollution: false,
  safetyManager: '本人',
  staffCount: 0,
  declaration: true,
});

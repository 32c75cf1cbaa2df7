export const vi = {
  extension: { state: { asked: 'Chờ quyết định', granted: 'Được gia hạn', refused: 'Không đồng ý' } },
} as const;

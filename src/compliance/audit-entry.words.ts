import type { FaultKind } from '../platform/audit/chain.rules.js';

export const FAULT_WORDS: Readonly<Record<FaultKind, { vi: string; en: string }>> = {
  LINK_MISSING: { vi: 'Thiếu mắt xích', en: 'A link is missing' },
  ENTRY_MISSING: { vi: 'Mục nhật ký đã bị xóa', en: 'The entry was deleted' },
  ENTRY_CHANGED: { vi: 'Mục nhật ký đã bị sửa', en: 'The entry was changed' },
  ORDER_BROKEN: { vi: 'Mắt xích không nối với mắt xích trước', en: 'The link does not follow the one before' },
  ENTRY_UNLINKED: { vi: 'Mục nhật ký không có trong chuỗi', en: 'The entry has no link in the chain' },
  HEAD_LOST: {
    vi: 'Chuỗi không còn mắt xích cuối đã ghi nhận trước đây: phần cuối bị cắt hoặc chuỗi bị làm lại',
    en: 'A head noted earlier is no longer in the chain: its tail was cut off or it was made anew',
  },
};

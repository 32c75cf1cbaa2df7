/** Stands over every form and upload (domain §7.1; Law 117/2025/QH15, Đ5). */
export const NO_SECRETS = {
  vi: 'Không nhập, không tải lên tài liệu có nội dung bí mật nhà nước.',
  en: 'Do not enter or upload anything that holds a state secret.',
} as const;

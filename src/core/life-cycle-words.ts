/** Nouns, states and verbs of the life cycles as a Vietnamese reader says them; a fence asks for every one. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  agreement: 'văn bản',
  occurrence: 'kỳ báo cáo',
  submission: 'báo cáo',
  extension: 'đề nghị gia hạn',
  review: 'cuộc họp',
  follow_up: 'việc sau kết luận',
  draft: 'dự thảo',
  signed: 'đã ký',
  in_force: 'còn hiệu lực',
  expiring: 'sắp hết hạn',
  paused: 'tạm dừng',
  ended: 'hết hiệu lực',
  replaced: 'đã thay thế',
  terminated: 'chấm dứt',
  due: 'chờ thực hiện',
  filed: 'đã gửi',
  submitted: 'đã gửi',
  returned: 'bị trả lại',
  suspended: 'tạm dừng',
  accepted: 'đã chấp nhận',
  waived: 'được miễn',
  asked: 'đang chờ quyết định',
  granted: 'đã đồng ý',
  refused: 'đã từ chối',
  open: 'đang thực hiện',
  done: 'đã hoàn thành',
  cancelled: 'đã hủy',
  planned: 'đã lên lịch',
  held: 'đã tổ chức',
  concluded: 'đã kết luận',
  change: 'sửa',
  sign: 'ký',
  begin: 'bắt đầu hiệu lực',
  near_end: 'báo sắp hết hạn',
  extend: 'gia hạn',
  renew: 'gia hạn thời hạn',
  pause: 'tạm dừng',
  resume: 'tiếp tục',
  resume_returned: 'tiếp tục',
  resume_planned: 'tiếp tục',
  end: 'kết thúc',
  replace: 'thay thế',
  terminate: 'chấm dứt',
  file: 'gửi báo cáo',
  submit: 'gửi báo cáo',
  accept: 'chấp nhận',
  return: 'trả lại',
  suspend: 'tạm dừng',
  waive: 'miễn',
  grant: 'đồng ý',
  refuse: 'từ chối',
  plan: 'lên lịch',
  hold: 'tổ chức',
  conclude: 'kết luận',
  cancel: 'hủy',
  complete: 'hoàn thành',
};

/** Whether the word has its Vietnamese. */
export function hasWord(word: string): boolean {
  return word in VIETNAMESE;
}

/** The word of a life cycle in the asked language; a word of none is returned as it is. */
export function lifeCycleWord(word: string, language: 'vi' | 'en'): string {
  return language === 'vi' ? (VIETNAMESE[word] ?? word) : word.replaceAll('_', ' ');
}

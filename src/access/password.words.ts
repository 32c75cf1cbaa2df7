/** Words that guessers try first, folded (no marks, no case): English, Vietnamese, names, and the words of this office. */
export const COMMON_WORDS: readonly string[] = `
password passwort passw0rd pass admin administrator login logon welcome letmein iloveyou loveyou monkey dragon sunshine
princess football baseball basketball superman batman master shadow michael jordan jennifer charlie donald freedom
whatever trustno secret changeme change default guest user username test tester testing root system server hello
computer internet starwars pokemon killer cookie summer winter spring autumn monday friday january december please
correct horse battery staple correcthorsebatterystaple incorrect access manager windows google facebook samsung
matkhau matma mamo dangnhap nguoidung taikhoan quantri quantrivien quanly hethong xinchao camon khongbiet khongco
anhyeuem emyeuanh toiyeuban yeuem yeuanh yeuban iuem iuanh nhoem tinhyeu motdoi maimai vinhvien hanhphuc mayman
vietnam hanoi saigon danang haiphong cantho hue hochiminh bacho thanhpho quehuong tohoquoc toquoc doclap tudo
concho conmeo giadinh bome anhem banbe conyeu meyeu boyeu cungcung beyeu ngay thang nam sinhnhat
nguyen tran pham hoang huynh phan dang bui duong thanh minh hung dung tuan linh huong trang phuong thao
sophoihop phoihop quychephoihop quyche chuongtrinh kehoach baocao coquan danvan mattran tuyengiao uybannhandan uyban
nhandan quanuy thanhuy dangbo chibo phuong quan vanphong canbo congchuc chuyenvien
`
  .trim()
  .split(/\s+/);

/** Neighbours on the keyboard, in the alphabet, in counting. */
export const COMMON_ROWS: readonly string[] = [
  '01234567890',
  '!@#$%^&*()',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
];

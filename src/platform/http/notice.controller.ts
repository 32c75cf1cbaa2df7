import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NO_SECRETS } from '../../core/secrecy-notice.js';
import { About } from './about.js';
import { Answers } from './answers.js';
import { Text } from './fields.js';
import { Right } from './right.js';

export class NoticesOfUse {
  @Text({ about: 'Stands over every form and upload' }) noSecretsVi: string;
  @Text() noSecretsEn: string;
  @Text({ about: 'Beside free text about defence plans' }) defenceVi: string;
  @Text() defenceEn: string;
  @Text({ about: 'What is checked, and what cannot be' }) scanVi: string;
  @Text() scanEn: string;
}

@ApiTags('notices')
@Controller('notices-of-use')
export class NoticeController {
  @Get()
  @About('What the interface must say before anything is entered or uploaded.')
  @Right('sessions.own')
  @Answers(200, NoticesOfUse)
  notices(): NoticesOfUse {
    return {
      noSecretsVi: NO_SECRETS.vi,
      noSecretsEn: NO_SECRETS.en,
      defenceVi: 'Không ghi tên phương án, lực lượng, địa điểm của kế hoạch quốc phòng vào ô nhập tự do.',
      defenceEn: 'Do not type names, forces or places of defence plans into free text.',
      scanVi:
        'Hệ thống dò dấu chỉ độ mật trong tên tệp và phần chữ của tệp; không đọc được ảnh và bản quét, người tải lên phải tự kiểm tra.',
      scanEn:
        'File names and the text in files are checked for secrecy marks; pictures and scans cannot be read, whoever uploads them has to look.',
    };
  }
}

import { describe, expect, it } from '@jest/globals';
import { checkPassword, normalPassword } from '../../src/access/password.rules.js';

const check = (password: string, about: string[] = ['nguyen.van.an', 'Nguyễn Văn Ẩn']): string | null =>
  checkPassword(password, about)?.code ?? null;

describe('a password', () => {
  it('has fifteen characters, counted as people count them', () => {
    expect(check('xoài chín đỏ rơ')).toBeNull();
    expect(check('xoài chín đỏ r')).toBe('password.too-short');
    expect(check('🥭🌊🛵🏮🌾🐃🎋🪷🍚☕🥁🎏🐓🌙')).toBe('password.too-short');
    expect(check('🥭🌊🛵🏮🌾🐃🎋🪷🍚☕🥁🎏🐓🌙🪁')).toBeNull();
  });

  it('is the same from a keyboard that composes its marks and from one that does not', () => {
    const text = 'con trâu đi trước cái cày';
    expect(normalPassword(text.normalize('NFD'))).toBe(normalPassword(text.normalize('NFC')));
    expect(check('ｘoài chín đỏ rơ'.normalize('NFD'))).toBeNull();
  });

  it.each([
    'buổi sáng mưa rơi trên mái ngói',
    'kqvjzmwyrtbfhdgls',
    '839201748273645',
    'mat-khau-thu-nghiem',
    'четыре весёлых чижа',
    '                 sông núi lạ            ',
  ])('may be «%s»: any characters, no kinds asked for', (password) => {
    expect(check(password)).toBeNull();
  });

  it.each([
    'aaaaaaaaaaaaaaaaaaaa',
    'xkxkxkxkxkxkxkxkxk',
    '123456789012345678',
    'qwertyuiopasdfghjkl',
    'zyxwvutsrqponmlkj',
    'passwordpassword1',
    'P@ssw0rd-P@ssw0rd!',
    'matkhau123456789',
    'Mật khẩu mật khẩu 2026',
    'anhyeuem-emyeuanh',
    'correct horse battery staple',
    'Sổ phối hợp 2026!!',
    'nguyen.van.an.2026',
    'Nguyễn Văn Ẩn 1980',
    '................',
  ])('is not «%s», which guessers try first', (password) => {
    expect(check(password)).toBe('password.too-common');
  });

  it('may hold the name of somebody else', () => {
    expect(check('dao thi lan que o ben song', ['minh'])).toBeNull();
    expect(check('daothilan.daothilan', ['daothilan'])).toBe('password.too-common');
    expect(check('daothilan.daothilan', ['minh'])).toBeNull();
  });
});

import { Member } from './access/member.entity.js';
import { Body } from './bodies/body.entity.js';

/** Every mapped table; no globs, since source and build differ in extension. */
export const ENTITIES = [Member, Body];

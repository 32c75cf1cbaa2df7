import { Global, Module } from '@nestjs/common';
import { FileCheck } from './file-check.js';
import { FileStore } from './file-store.js';
import { SecrecyDesk } from './secrecy-desk.js';

@Global()
@Module({ providers: [FileStore, FileCheck, SecrecyDesk], exports: [FileStore, FileCheck] })
export class StorageModule {}

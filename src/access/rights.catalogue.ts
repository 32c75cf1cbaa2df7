import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { EVERYBODY, RIGHT } from '../platform/http/right.js';

/** The rights that exist: those that some route demands. */
@Injectable()
export class RightsCatalogue {
  private known: ReadonlySet<string> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  all(): ReadonlySet<string> {
    this.known ??= new Set(this.discovery.getControllers().flatMap(({ instance }) => this.of(instance as object)));
    return this.known;
  }

  private of(controller: object): string[] {
    const prototype = Object.getPrototypeOf(controller) as Record<string, () => unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const right = handler && this.reflector.get<string | undefined>(RIGHT, handler);
      return right === undefined || right === EVERYBODY ? [] : [right];
    });
  }
}

import { Bool, Id, Instant, One, Text } from '../platform/http/fields.js';

export class OidcMethod {
  @Text({ about: 'What the button says' }) label: string;
}

export class SignInMethods {
  @Bool() password: boolean;
  @One(() => OidcMethod, { nullable: true }) oidc: OidcMethod | null;
}

export class OidcStart {
  @Text({ max: 500, optional: true, query: true, example: '/van-ban', about: 'Page to return to (default `/`)' })
  returnTo?: string;
}

export class ProviderSignOut {
  @Text({ nullable: true, about: "The provider's sign-out page; null when it has none" }) url: string | null;
}

export class NewIdentity {
  @Text({ max: 255, about: 'The `sub` by which the provider knows the person' }) subject: string;
}

export class IdentityAnswer {
  @Id() id: string;
  @Text() issuer: string;
  @Text() subject: string;
  @Instant() linkedAt: string;
  @Id() linkedBy: string;
}

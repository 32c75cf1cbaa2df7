import { Ground1764000000001 } from './1764000000001-ground.js';
import { Bodies1764000000002 } from './1764000000002-bodies.js';
import { Agreements1764000000003 } from './1764000000003-agreements.js';
import { Commitments1764000000004 } from './1764000000004-commitments.js';
import { Reports1764000000005 } from './1764000000005-reports.js';
import { Reviews1764000000006 } from './1764000000006-reviews.js';
import { Night1764000000007 } from './1764000000007-night.js';
import { ExtensionsPausesHistory1764100000001 } from './1764100000001-extensions-pauses-history.js';
import { Replanning1764100000002 } from './1764100000002-replanning.js';
import { Amendments1764100000003 } from './1764100000003-amendments.js';
import { Reorganisations1764100000004 } from './1764100000004-reorganisations.js';
import { AsOf1764100000005 } from './1764100000005-as-of.js';
import { RolesAndScope1764200000001 } from './1764200000001-roles-and-scope.js';
import { SignIn1764200000002 } from './1764200000002-sign-in.js';
import { OidcAndTokens1764200000003 } from './1764200000003-oidc-and-tokens.js';
import { AuditChain1764200000004 } from './1764200000004-audit-chain.js';
import { Webhooks1764200000005 } from './1764200000005-webhooks.js';
import { Persons1764200000006 } from './1764200000006-persons.js';
import { ScopeMended1764200000007 } from './1764200000007-scope-mended.js';
import { Desk1764300000011 } from './1764300000011-desk.js';
import { ViewsAndSearch1764300000012 } from './1764300000012-views-and-search.js';
import { DraftsDeleted1764300000031 } from './1764300000031-drafts-deleted.js';
import { Intakes1764400000001 } from './1764400000001-intakes.js';

/** In the order in which they run; a merged one is never edited. */
export const MIGRATIONS = [
  Ground1764000000001,
  Bodies1764000000002,
  Agreements1764000000003,
  Commitments1764000000004,
  Reports1764000000005,
  Reviews1764000000006,
  Night1764000000007,
  ExtensionsPausesHistory1764100000001,
  Replanning1764100000002,
  Amendments1764100000003,
  Reorganisations1764100000004,
  AsOf1764100000005,
  RolesAndScope1764200000001,
  SignIn1764200000002,
  OidcAndTokens1764200000003,
  AuditChain1764200000004,
  Webhooks1764200000005,
  Persons1764200000006,
  ScopeMended1764200000007,
  Desk1764300000011,
  ViewsAndSearch1764300000012,
  DraftsDeleted1764300000031,
  Intakes1764400000001,
];

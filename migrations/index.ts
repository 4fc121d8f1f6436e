import type { Migration } from 'kysely/migration';
import * as organisation from './0001-organisation.ts';
import * as analysis from './0002-analysis.ts';
import * as decision from './0003-decision.ts';
import * as training from './0004-training.ts';
import * as administrativeServices from './0005-administrative-services.ts';
import * as access from './0006-access.ts';
import * as loginAttemptTime from './0007-login-attempt-time.ts';
import * as trainingCoverage from './0008-training-coverage.ts';
import * as imports from './0009-imports.ts';
import * as chair from './0010-chair.ts';
import * as decisionLeftOut from './0011-decision-left-out.ts';
import * as auditSteps from './0012-audit-steps.ts';
import * as legalRegister from './0013-legal-register.ts';
import * as importReview from './0014-import-review.ts';
import * as surveys from './0015-surveys.ts';
import * as workingDays from './0016-working-days.ts';
import * as operationPapers from './0017-operation-papers.ts';
import * as scenarioRebase from './0018-scenario-rebase.ts';
import * as councilProcedure from './0019-council-procedure.ts';
import * as publication from './0020-publication.ts';
import * as competence from './0021-competence.ts';
import * as trainingSessions from './0022-training-sessions.ts';
import * as monthlyVolumes from './0023-monthly-volumes.ts';
import * as benchmarks from './0024-benchmarks.ts';
import * as surveyReplaced from './0026-survey-replaced.ts';
import * as adoptionInPhases from './0027-adoption-in-phases.ts';
import * as councilQuestions from './0028-council-questions.ts';
import * as dictionary from './0029-dictionary.ts';
import * as trainingKeeping from './0030-training-keeping.ts';
import * as occupationCodes from './0031-occupation-codes.ts';
import * as technologyCards from './0035-technology-cards.ts';
import * as withdrawnVotes from './0037-withdrawn-votes.ts';
import * as surveyRelease from './0039-survey-release.ts';
import * as municipalities from './0040-municipalities.ts';
import * as importMapWhole from './0041-import-map-whole.ts';
import * as indexes from './0044-indexes.ts';
import * as importSource from './0045-import-source.ts';

/**
 * Every migration by its name, in the order of application. A landed migration is frozen:
 * a change of the schema is a new migration.
 */
export const migrations: Readonly<Record<string, Migration>> = {
	'0001-organisation': organisation,
	'0002-analysis': analysis,
	'0003-decision': decision,
	'0004-training': training,
	'0005-administrative-services': administrativeServices,
	'0006-access': access,
	'0007-login-attempt-time': loginAttemptTime,
	'0008-training-coverage': trainingCoverage,
	'0009-imports': imports,
	'0010-chair': chair,
	'0011-decision-left-out': decisionLeftOut,
	'0012-audit-steps': auditSteps,
	'0013-legal-register': legalRegister,
	'0014-import-review': importReview,
	'0015-surveys': surveys,
	'0016-working-days': workingDays,
	'0017-operation-papers': operationPapers,
	'0018-scenario-rebase': scenarioRebase,
	'0019-council-procedure': councilProcedure,
	'0020-publication': publication,
	'0021-competence': competence,
	'0022-training-sessions': trainingSessions,
	'0023-monthly-volumes': monthlyVolumes,
	'0024-benchmarks': benchmarks,
	'0026-survey-replaced': surveyReplaced,
	'0027-adoption-in-phases': adoptionInPhases,
	'0028-council-questions': councilQuestions,
	'0029-dictionary': dictionary,
	'0030-training-keeping': trainingKeeping,
	'0031-occupation-codes': occupationCodes,
	'0035-technology-cards': technologyCards,
	'0037-withdrawn-votes': withdrawnVotes,
	'0039-survey-release': surveyRelease,
	'0040-municipalities': municipalities,
	'0041-import-map-whole': importMapWhole,
	'0044-indexes': indexes,
	'0045-import-source': importSource,
};

import { parameterNumber } from '#lib/domain/legal/index.ts';
import type { LocalText, Structure, UnitKind } from '#lib/domain/org/index.ts';
import {
	compareTwins,
	findJointCandidates,
	type FunctionTwin,
	type JointCandidate,
	type JointGround,
	type OverlapMember,
	type TwinCaveat,
	type TwinSide,
} from '#lib/domain/overlap/index.ts';
import { eurCents, fte, ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { studyOverlaps, type OverlapRequest, type OverlapStudy } from './overlap-analysis.ts';
import { hoursOfOne } from './overlap-hours.ts';

/** One side of a functional twin as a page shows it. */
export interface TwinSideView {
	readonly slug: string;
	readonly municipality: LocalText;
	readonly key: string;
	readonly text: LocalText;
	readonly units: readonly { readonly key: string; readonly name: LocalText }[];
	readonly level: UnitKind | null;
	readonly fte: number | null;
	readonly ftePerThousand: number | null;
	readonly ftePerSettlement: number | null;
}

export interface TwinView {
	readonly key: string;
	readonly score: number;
	readonly a: TwinSideView;
	readonly b: TwinSideView;
	readonly caveats: readonly TwinCaveat[];
}

/** What makes the comparison conditional: the two municipalities themselves. */
export interface ComparedMunicipality {
	readonly slug: string;
	readonly name: LocalText;
	readonly population: number | null;
	readonly populationAsOf: string | null;
	readonly settlements: number;
	readonly structureYear: string;
}

export interface JointView {
	readonly twin: TwinView;
	readonly fte: number;
	readonly grounds: readonly JointGround[];
}

export interface BesidePage {
	readonly municipalities: readonly ComparedMunicipality[];
	/** Twins that are the same function, best first. */
	readonly twins: readonly TwinView[];
	readonly candidates: readonly JointView[];
	/** Twins with measured work on both sides; only these can be candidates. */
	readonly measured: number;
	/** FTE below which a function is too small to stand alone. */
	readonly critical: number;
	/** Hours of one full-time person this year; null when not known, and then nothing is measured in FTE. */
	readonly hoursPerFte: number | null;
}

export interface BesideRequest extends OverlapRequest {
	/** FTE below which a function is too small to stand alone; null takes the parameter. */
	readonly critical: number | null;
}

const AUDIT_ACT = 'zvops';

/** Functional twins in two municipalities (N09) and candidates for joint performance (N10); null for one alone. */
export async function readBeside(
	ctx: Ctx,
	request: BesideRequest,
): Promise<Result<BesidePage | null, Refused>> {
	const studied = await studyOverlaps(ctx, request);
	if (!studied.ok) return studied;
	const study = studied.value;
	const { opened, other, analysis, parameters } = study;
	if (!other || !analysis) return ok(null);
	const structures = [opened.structure, other.structure];
	const hours = await hoursOfOne(ctx, parameters);
	const ordered = analysis.twins.map((pair) =>
		pair.a.municipalityId === opened.municipality.id ? pair : { ...pair, a: pair.b, b: pair.a },
	);
	const twins = hours === null ? [] : compareTwins(structures, ordered, { hoursPerFte: hours });
	const valueOf = (key: string) =>
		parameterNumber(parameters, { key, asOf: ctx.clock.today(), municipality: opened.municipality.id });
	const critical = request.critical ?? valueOf('overlap.dispersion.minimum-fte') ?? DEFAULT_CRITICAL;
	const budget = valueOf('rule.internal-audit-budget');
	const candidates = findJointCandidates(twins, [opened.municipality, other.municipality], {
		criticalFte: fte(critical),
		auditBudgetLimit: budget === undefined ? null : eurCents(budget),
		isSharedOfficialAllowed: valueOf('rule.shared-official-hours') !== undefined,
		auditFunctions: auditFunctions(structures),
	});
	const view = createTwinViews(study);
	return ok({
		municipalities: structures.map(comparedOf),
		twins: twins.map(view),
		candidates: candidates.map(({ twin, ...one }: JointCandidate) => ({ ...one, twin: view(twin) })),
		measured: twins.filter(({ a, b }) => a.fte !== null && b.fte !== null).length,
		critical,
		hoursPerFte: hours,
	});
}

const DEFAULT_CRITICAL = 0.5;

function auditFunctions(structures: readonly Structure[]): ReadonlySet<string> {
	return new Set(
		structures.flatMap(({ functions }) =>
			functions.filter(({ bases }) => bases.some(({ actKey }) => actKey === AUDIT_ACT)).map(({ key }) => key),
		),
	);
}

function comparedOf({ municipality, settlements, validFrom }: Structure): ComparedMunicipality {
	const { slug, name, population, populationAsOf } = municipality;
	return {
		...{ slug, name, population, populationAsOf },
		settlements: settlements.length,
		structureYear: validFrom.slice(0, 4),
	};
}

function createTwinViews({ opened, other, analysis }: OverlapStudy): (twin: FunctionTwin) => TwinView {
	const homes = [opened, ...(other ? [other] : [])].map(({ municipality, structure }) => ({
		municipality,
		names: new Map(structure.units.map(({ key, name }) => [key, name])),
	}));
	const members = new Map(
		(analysis?.twins ?? []).flatMap(({ a, b }): (readonly [string, OverlapMember])[] => [
			[`${a.municipalityId} ${a.functionKey}`, a],
			[`${b.municipalityId} ${b.functionKey}`, b],
		]),
	);
	const side = (one: TwinSide): TwinSideView => {
		const home = homes.find(({ municipality }) => municipality.id === one.municipalityId);
		const member = members.get(`${one.municipalityId} ${one.functionKey}`);
		if (!home || !member) throw new RangeError(`no twin ${one.functionKey}`);
		return {
			slug: home.municipality.slug,
			municipality: home.municipality.name,
			key: one.functionKey,
			text: member.fn.text,
			units: one.units.map((key) => ({ key, name: home.names.get(key) ?? { bg: key, en: null } })),
			level: one.level,
			...{ fte: one.fte, ftePerThousand: one.ftePerThousand, ftePerSettlement: one.ftePerSettlement },
		};
	};
	return ({ key, score, a, b, caveats }) => ({ key, score, a: side(a), b: side(b), caveats });
}

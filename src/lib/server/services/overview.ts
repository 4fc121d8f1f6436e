import {
	accountableUnits,
	checkRules,
	checkStructure,
	computeIndicators,
	lookUp,
	spanBounds,
	type LocalText,
	type Structure,
	type StructureFinding,
	type Verification,
} from '#lib/domain/org/index.ts';
import { ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import {
	countClasses,
	isListed,
	type NamedFinding,
	type OriginCounts,
	type Overview,
} from '#lib/domain/workload/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listPowers } from '../queries/legal.ts';
import { getWorkloadByUnit, type OpenWorkload } from './workload.ts';
import { listReadableMunicipalities, type WorkspaceAddress } from './workspace.ts';

/** The page „Преглед“: the numbers of one structure version and what they are made of. */
export async function showOverview(ctx: Ctx, address: WorkspaceAddress): Promise<Result<Overview, Refused>> {
	const opened = await getWorkloadByUnit(ctx, address);
	return opened.ok ? ok(await overviewOf(ctx, opened.value)) : opened;
}

/** Every municipality that the actor may read, side by side, in alphabetical order. */
export async function compareMunicipalities(ctx: Ctx): Promise<readonly Overview[]> {
	const overviews: Overview[] = [];
	for (const { slug } of await listReadableMunicipalities(ctx)) {
		const opened = await getWorkloadByUnit(ctx, { slug });
		if (opened.ok) overviews.push(await overviewOf(ctx, opened.value));
	}
	return overviews;
}

async function overviewOf(ctx: Ctx, opened: OpenWorkload): Promise<Overview> {
	const { structure, municipality, version, parameters, asOf } = opened;
	const { id, label, status, validFrom, origin } = version;
	const rules = checkRules(parameters, asOf, municipality.id);
	return {
		municipality,
		version: { id, label, status, validFrom, origin },
		indicators: computeIndicators(structure, await listPowers(ctx.db), asOf),
		spanBounds: spanBounds(parameters, asOf, municipality.id),
		origins: {
			units: countOrigins(structure.units),
			posts: countOrigins(structure.posts),
			functions: countOrigins(structure.functions),
		},
		workload: workloadOf(opened),
		checks: namedFindings(structure, checkStructure(structure, rules)),
	};
}

function workloadOf({ report, structure }: OpenWorkload): Overview['workload'] {
	if (!report.ok) return { kind: 'not-computable', error: report.error };
	const listed = structure.units.flatMap((unit) => {
		const figure = report.value.units.get(unit.key)?.own;
		return figure && isListed({ part: unit.part, figure }, 'administration') ? [figure] : [];
	});
	return {
		kind: 'computed',
		year: report.value.year,
		figure: report.value.administration,
		coverageMinimum: report.value.thresholds.coverageMinimum,
		classes: Object.fromEntries(countClasses(listed)),
	};
}

function countOrigins(
	items: readonly { readonly origin: { readonly verification: Verification } }[],
): OriginCounts {
	const verified = items.filter((item) => item.origin.verification === 'verified').length;
	return { verified, reconstructed: items.length - verified };
}

function namedFindings(structure: Structure, findings: readonly StructureFinding[]): readonly NamedFinding[] {
	const lookup = lookUp(structure);
	const unitOf = (key: UnitKey | undefined) => {
		const unit = key === undefined ? undefined : lookup.unitByKey.get(key);
		return unit ? { key: unit.key, name: unit.name } : null;
	};
	return findings.map((finding): NamedFinding => {
		const { subject } = finding;
		const unknown: LocalText = { bg: subject.key, en: null };
		switch (subject.kind) {
			case 'unit':
				return { finding, name: unitOf(subject.key)?.name ?? unknown, where: null };
			case 'post': {
				const post = lookup.postByKey.get(subject.key);
				return { finding, name: post?.title ?? unknown, where: unitOf(post?.unitKey) };
			}
			case 'function': {
				const name = lookup.functionByKey.get(subject.key)?.text ?? unknown;
				return { finding, name, where: unitOf(accountableUnits(lookup, subject.key)[0]) };
			}
		}
	});
}

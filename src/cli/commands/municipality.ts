import { parseArgs } from 'node:util';
import { loadFixtures } from '#fixtures/load.ts';
import {
	isMunicipalitySlug,
	isYearOrDay,
	municipalityName,
	PROVINCE_NAMES,
	provinceOf,
	suggestMunicipalitySlug,
} from '#lib/domain/org/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { addCatalogues, lacksCatalogues } from '#lib/server/services/catalogue.ts';
import {
	addMunicipality,
	type MunicipalityRefusal,
	type NewMunicipality,
} from '#lib/server/services/municipality.ts';
import { m } from '#lib/paraglide/messages.js';
import { withContext } from '../context.ts';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';

const OPTIONS = {
	name: { type: 'string' },
	'name-en': { type: 'string' },
	province: { type: 'string' },
	slug: { type: 'string' },
	population: { type: 'string' },
	'population-as-of': { type: 'string' },
} as const;

/** `municipality add …`: a municipality with an empty first version, as the page of the administrator makes it. */
export async function municipalityCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const [verb, ...rest] = args;
	if (verb !== 'add') throw new CommandRefusal(m.terminal_municipality_usage());
	const given = readMunicipality(rest);
	return withContext(async ({ ctx }) => {
		await bringCatalogues(ctx);
		const result = await addMunicipality(ctx, given);
		if (!result.ok) throw new CommandRefusal(refusalText(result.error.code));
		io.out(m.terminal_municipality_added({ slug: given.slug }));
		return EXIT.done;
	});
}

/** A database that no server has opened yet has no acts and areas; nothing could be imported into it. */
async function bringCatalogues(ctx: Ctx): Promise<void> {
	if (await lacksCatalogues(ctx)) await addCatalogues(ctx, loadFixtures());
}

function readMunicipality(args: readonly string[]): NewMunicipality {
	const values = readOptions(args);
	const { name, province } = values;
	if (!name?.trim()) throw new CommandRefusal(m.terminal_option_missing({ option: '--name' }));
	if (!province) throw new CommandRefusal(m.terminal_option_missing({ option: '--province' }));
	const oblast = provinceOf(province);
	if (!oblast) {
		const provinces = PROVINCE_NAMES.join(', ');
		throw new CommandRefusal(m.terminal_province_unknown({ given: province, provinces }));
	}
	const slug = values.slug ?? suggestMunicipalitySlug(name);
	if (!isMunicipalitySlug(slug)) throw new CommandRefusal(m.municipality_issue_slug_shape());
	const population = readPopulation(values.population);
	const populationAsOf = values['population-as-of'] ?? null;
	if (populationAsOf !== null && !isYearOrDay(populationAsOf))
		throw new CommandRefusal(m.municipality_issue_year_or_day());
	return {
		...{ slug, name: municipalityName(name, values['name-en'] ?? null), oblast },
		...{ population, populationAsOf: population === null ? null : populationAsOf },
		...{ budget: null, budgetAsOf: null },
	};
}

function readOptions(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
	} catch (error) {
		const reason = error instanceof Error ? error.message : '';
		throw new CommandRefusal(`${reason}\n${m.terminal_municipality_usage()}`, { cause: error });
	}
}

function readPopulation(given: string | undefined): number | null {
	if (given === undefined) return null;
	if (/^\d{1,7}$/.test(given)) return Number(given);
	throw new CommandRefusal(m.terminal_number_wrong({ option: '--population', given }));
}

function refusalText(code: MunicipalityRefusal['code'] | 'access/not-found'): string {
	if (code === 'municipality/slug-taken') return m.terminal_slug_taken();
	if (code === 'municipality/name-taken') return m.municipality_issue_name_taken();
	return code;
}

import { observationsNeeded, respondentsNeeded, samplingError } from '#lib/domain/workload/index.ts';

/** Standard scores of the usual confidences. */
export const CONFIDENCES = { '90': 1.645, '95': 1.96, '99': 2.576 } as const;
export type Confidence = keyof typeof CONFIDENCES;

export interface SampleQuestion {
	/** Percent as typed, or nothing. */
	readonly share: number | null;
	readonly error: number | null;
	readonly observations: number | null;
	readonly population: number | null;
	readonly confidence: Confidence;
	/** Fields that hold no number within their limits, with these limits. */
	readonly wrong: Readonly<Partial<Record<SampleField, readonly [number, number]>>>;
}

export interface SampleAnswer {
	/** Momentary observations for the wanted error. */
	readonly observations: number | null;
	/** Respondents of the population for the wanted error. */
	readonly respondents: number | null;
	/** Error of so many observations, 0–1, with the interval kept inside 0–1. */
	readonly interval: { readonly error: number; readonly low: number; readonly high: number } | null;
}

const LIMITS = {
	share: [0.1, 99.9],
	error: [0.1, 50],
	observations: [1, 10_000_000],
	population: [1, 100_000_000],
} as const;

export type SampleField = keyof typeof LIMITS;

/** What an address asks the calculator. */
export function readSample(url: URL): SampleQuestion {
	const wrong: Partial<Record<SampleField, readonly [number, number]>> = {};
	const take = (name: SampleField): number | null => {
		const text = (url.searchParams.get(name) ?? '').trim().replace(',', '.');
		if (text === '') return null;
		const [least, most] = LIMITS[name];
		const value = Number(text);
		if (Number.isFinite(value) && value >= least && value <= most) return value;
		wrong[name] = LIMITS[name];
		return null;
	};
	const confidence = url.searchParams.get('confidence');
	return {
		...{ share: take('share'), error: take('error') },
		...{ observations: take('observations'), population: take('population') },
		confidence: confidence === '90' || confidence === '99' ? confidence : '95',
		wrong,
	};
}

/** What can be said with what was given. Example: 25 %, error 2 %, 95 % → 1 801 observations. */
export function answerSample(question: SampleQuestion): SampleAnswer {
	const z = CONFIDENCES[question.confidence];
	const { observations, population } = question;
	const share = question.share === null ? null : question.share / 100;
	const error = question.error === null ? null : question.error / 100;
	const found = share === null || observations === null ? null : samplingError({ share, observations, z });
	return {
		observations: share === null || error === null ? null : observationsNeeded({ share, error, z }),
		respondents:
			share === null || error === null || population === null
				? null
				: respondentsNeeded({ share, error, z, population }),
		interval:
			found === null || share === null
				? null
				: { error: found, low: Math.max(share - found, 0), high: Math.min(share + found, 1) },
	};
}

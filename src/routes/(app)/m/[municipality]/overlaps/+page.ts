import type { PageLoad } from './$types';

/** The rarer tabs come by themselves: whoever reviews pairs does not load them. */
export const load: PageLoad = async ({ data }) => {
	const { tab } = data.query;
	return {
		...data,
		Dispersion: tab === 'dispersion' ? (await import('./DispersionTab.svelte')).default : undefined,
		Duties: tab === 'duties' ? (await import('./DutiesTab.svelte')).default : undefined,
		Gaps: tab === 'gaps' ? (await import('./GapsTab.svelte')).default : undefined,
		Joint: tab === 'joint' ? (await import('./JointTab.svelte')).default : undefined,
		Twins: tab === 'twins' ? (await import('./TwinsTab.svelte')).default : undefined,
	};
};

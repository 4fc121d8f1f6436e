import { error } from '@sveltejs/kit';
import { refuseAccess } from '#lib/forms/index.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { textOfSessionRefusal } from '#lib/i18n/session-names.ts';
import { nameOfLevel } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { readCertificate } from '#lib/server/services/training-certificate.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const person = url.searchParams.get('person') ?? '';
	const result = await readCertificate(locals.ctx, {
		slug: params.municipality,
		id: params.id,
		employeeId: person,
	});
	if (!result.ok) {
		refuseAccess(result.error);
		error(404, textOfSessionRefusal(result.error.code));
	}
	const paper = result.value;
	return {
		number: paper.number,
		name: paper.name,
		passed: m.session_certificate_passed({ sex: paper.sex }),
		post: localText(paper.post),
		municipality: localText(paper.municipality),
		title: localText(paper.title),
		competency: paper.competency ? localText(paper.competency) : '',
		level: paper.level === null ? '' : nameOfLevel(paper.level),
		hours: formatNumber(paper.hours),
		provider: paper.provider,
		period: [paper.startsOn, paper.endsOn]
			.filter((day, at, days) => days.indexOf(day) === at)
			.map((day) => formatDate(day))
			.join(' – '),
		issuedOn: formatDate(paper.issuedOn),
		validUntil: paper.validUntil === null ? m.session_certificate_no_term() : formatDate(paper.validUntil),
	};
};

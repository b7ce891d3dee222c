import { ok, type Answer } from '../answer.ts';
import { uriOf, type Asked } from './asked.ts';
import { invalidParameter } from './errors.ts';

const USUAL_PAGE = 100;
const LARGEST_PAGE = 1000;

/** One page of a list, as `page` and `perPage` ask for it. */
export function pageOf(asked: Asked, path: string, all: readonly unknown[]): Answer {
	const page = numberOf(asked.query.get('page'), 1);
	const perPage = Math.min(numberOf(asked.query.get('perPage'), USUAL_PAGE), LARGEST_PAGE);
	if (!(page >= 1)) return invalidParameter('page');
	if (!(perPage >= 1)) return invalidParameter('perPage');
	const totalPages = Math.max(1, Math.ceil(all.length / perPage));
	const start = (page - 1) * perPage;
	const records = all.slice(start, start + perPage);
	const link = (to: number) => ({ uri: uriOf(asked, `${path}?page=${to}&perPage=${perPage}`) });
	return ok({
		...link(page),
		records,
		paging: {
			page,
			totalPages,
			perPage,
			totalElements: all.length,
			pageStart: start,
			pageEnd: start + Math.max(records.length, 1) - 1
		},
		navigation: {
			firstPage: link(1),
			...(page > 1 && { previousPage: link(page - 1) }),
			...(page < totalPages && { nextPage: link(page + 1) }),
			lastPage: link(totalPages)
		}
	});
}

/** NaN where it is no whole number. */
function numberOf(text: string | null, usual: number): number {
	if (text === null) return usual;
	return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

import { Id, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import { VIEW_PAGES, type ViewPage } from './view.entity.js';

/** Views that one member keeps at most. */
export const VIEWS_AT_MOST = 50;
const COLUMNS = 'Columns shown, in order; null = as the page does by itself';

export class ViewsQuery {
  @OneOf(VIEW_PAGES, 'ViewPage', { optional: true, query: true }) page?: ViewPage;
}

export class NewView {
  @OneOf(VIEW_PAGES, 'ViewPage') page: ViewPage;
  @Text({ max: 100, about: 'Of its own on the page', example: 'Quá hạn của phường' }) name: string;
  @Text({ min: 0, max: 2000, about: "The search string of the page's address", example: 'standing=overdue' })
  query: string;
  @Text({ many: true, max: 60, optional: true, about: COLUMNS }) columns?: string[] | null;
}

export class ViewChange {
  @Text({ max: 100, kept: true }) name?: string;
  @Text({ min: 0, max: 2000, kept: true }) query?: string;
  @Text({ many: true, max: 60, optional: true, about: COLUMNS }) columns?: string[] | null;
}

export class SavedViewAnswer {
  @Id() id: string;
  @OneOf(VIEW_PAGES, 'ViewPage') page: ViewPage;
  @Text() name: string;
  @Text({ max: 2000 }) query: string;
  @Text({ many: true, nullable: true }) columns: string[] | null;
  @Int() version: number;
}

export class SavedViews {
  @Many(() => SavedViewAnswer, { max: VIEWS_AT_MOST, about: 'By page and name' }) items: SavedViewAnswer[];
}

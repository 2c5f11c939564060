import { t } from '../../model/words/words.ts';
import { MenuList } from '../menu-list.tsx';
import { type RowActions, rowMenu } from './row-actions.ts';

interface Props {
  actions: RowActions;
  at: { x: number; y: number };
  onClose: (restore: boolean) => void;
}

/** What can be done with the chosen calls. */
export const RowMenu = ({ actions, at, onClose }: Props) => (
  <MenuList label={t('Actions on the chosen calls')} at={at} items={rowMenu(actions)} onClose={onClose} />
);

import { mountPage } from '@/entrypoints/extension-page/mount-page';
import '@/components/options/options.css';
import '@/lib/dom/marks.css';
import { OptionsPage } from './OptionsPage';

mountPage('options_title', OptionsPage);

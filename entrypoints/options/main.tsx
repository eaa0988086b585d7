import { mountPage } from '@/lib/extension-page/mount-page';
import '@/components/options/options.css';
import '@/lib/dom/marks.css';
import { OptionsPage } from './OptionsPage';

mountPage('options_title', OptionsPage);

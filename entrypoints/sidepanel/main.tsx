import '@/components/reader/reader.css';
import { start } from '@/lib/reader-app/start';
import './sidepanel.css';
import { PanelApp } from './PanelApp';

void start('the side panel', PanelApp);

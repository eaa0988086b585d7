import { mountPage } from '@/lib/extension-page/mount-page';
import '@/components/atlas/atlas.css';
import { AtlasPage } from './AtlasPage';

mountPage('atlas_title', AtlasPage);

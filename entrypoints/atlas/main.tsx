import { mountPage } from '@/entrypoints/extension-page/mount-page';
import '@/components/atlas/atlas.css';
import { AtlasPage } from './AtlasPage';

mountPage('atlas_title', AtlasPage);

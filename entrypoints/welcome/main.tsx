import { mountPage } from '@/lib/extension-page/mount-page';
import '@/components/welcome/welcome.css';
import '@/lib/dom/marks.css';
import { WelcomePage } from './WelcomePage';

mountPage('welcome_title', WelcomePage);

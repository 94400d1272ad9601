// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the page together: who is looking, the connection, how it is, and what it shows.

import {Attention} from './alerts/attention.js';
import {Alerts} from './alerts/book.js';
import {Deeds} from './alerts/deeds.js';
import {AlertList} from './alerts/listpage.js';
import {AlertPage} from './alerts/page.js';
import {QuietPage} from './alerts/quietpage.js';
import {Silences, topics as silenceTopics} from './alerts/silences.js';
import {Questions} from './alerts/questions.js';
import {Chat, topics as chatTopics} from './chat/book.js';
import {Cards} from './chat/cards.js';
import {Drafts} from './chat/drafts.js';
import {ChatPage} from './chat/page.js';
import {Pictures} from './chat/pictures.js';
import {Scans, topics as scanTopics} from './chat/scans.js';
import {ChartPage} from './chartpage.js';
import {Clock} from './clock.js';
import {Counts} from './counts.js';
import {Crier} from './crier.js';
import {Devices} from './devices/book.js';
import {MapList} from './devices/maplist.js';
import {DevicePage} from './devices/page.js';
import {find, write} from './dom.js';
import {Link} from './link.js';
import {Metrics} from './metrics.js';
import {Bell} from './notices/bell.js';
import {Notices, topics as noticeTopics} from './notices/book.js';
import {PopUps} from './notices/popups.js';
import {Telling} from './notices/telling.js';
import {Person} from './person.js';
import {Router} from './router.js';
import {SignIn} from './signin.js';
import {Status} from './status.js';
import {Toasts} from './toast.js';
import {Upkeep, topics as upkeepTopics} from './upkeep.js';

const topics = ['metrics.sampled', 'alerts.changed', ...chatTopics, ...scanTopics, ...noticeTopics, ...silenceTopics, ...upkeepTopics];
const topicsOfPopUps = ['alerts.changed', 'chat.message', 'chat.room.changed', ...noticeTopics];

const signIn = new SignIn();
const person = new Person();
const toasts = new Toasts();
const link = new Link(topics, () => signIn.renew());
const clock = new Clock(link);
const metrics = new Metrics(link);
const alerts = new Alerts(link);
const devices = new Devices(link);
const deeds = new Deeds(alerts, link, person, toasts);
const desk = {alerts, link, devices, clock, deeds, questions: new Questions(deeds, alerts, person, clock)};
const chat = new Chat({link, person, clock});
const scans = new Scans(link, person);
const cards = new Cards(desk, scans);
const pictures = new Pictures(link);

const router = new Router();
const attention = new Attention(desk);
const list = new AlertList(desk);
const page = new AlertPage({...desk, chat}, router);
const overview = {element: find('overview'), title: 'Overview', show: () => { metrics.show(); attention.show(); }};
router.add(overview, ({name}) => name === '', 'overview');
router.add(list, ({name, rest}) => name === 'alerts' && !rest, 'alerts');
router.add(page, ({name, rest}) => name === 'alerts' && rest, 'alerts');
const quiet = new QuietPage(desk, new Silences(link), router);
router.add(quiet, ({name, rest}) => name === 'silences' && !rest, 'alerts');
const drafts = new Drafts(person);
const talk = new ChatPage({chat, person, alerts, link, clock, cards, pictures, drafts, toasts});
router.add(talk, ({name}) => name === 'chat', 'chat');
const chart = new ChartPage(desk, () => metrics.machine);
router.add(chart, ({name, rest}) => name === 'metrics' && !rest, 'metrics');
const device = new DevicePage(desk);
router.add(device, ({name, rest}) => name === 'devices' && rest, 'devices');
const map = new MapList(desk);
router.add(map, ({name, rest}) => name === 'map' && !rest, 'map');
router.add({element: find('nowhere'), title: 'No such page'}, () => false, 'nowhere');
const upkeep = new Upkeep(link, clock);
new Counts(alerts, chat);
const notices = new Notices(link, alerts);
const popUps = new PopUps(link, person, topicsOfPopUps);
const telling = new Telling(person);
const bell = new Bell(notices, clock, [telling, popUps]);
popUps.addEventListener('centre', () => bell.open());
const crier = new Crier({alerts, devices, chat, notices, bell, toasts, popUps, telling});

const status = new Status(link, () => metrics.lastReading, {retry: () => link.start(), signIn: () => signIn.open()});

addEventListener('pagehide', () => drafts.keepUnsent(chat.rooms()));

find('skip').addEventListener('click', (event) => {
  event.preventDefault();
  find('main').focus();
});

/** What one person saw is not for the next. */
function forget() {
  document.querySelectorAll('dialog.sheet').forEach((sheet) => sheet.close());
  person.user = null;
  metrics.clear();
  alerts.clear();
  devices.clear();
  list.clear();
  page.clear();
  quiet.clear();
  chart.clear();
  device.clear();
  map.clear();
  talk.clear();
  chat.clear();
  cards.clear();
  scans.clear();
  pictures.clear();
  drafts.clear();
  bell.close();
  notices.clear();
  crier.clear();
  popUps.clear();
  popUps.look();
  toasts.clear();
  upkeep.clear();
}

signIn.addEventListener('user', ({detail}) => {
  if (person.user && person.id !== detail.id) {
    router.stop();
    forget();
  }
  person.user = detail;
  write(find('user'), person.name);
  find('sign-out').hidden = false;
  find('bell').hidden = false;
  popUps.look();
  find('pages').hidden = false;
  router.start();
  status.settle();
  link.start();
});
signIn.addEventListener('unreachable', () => setTimeout(() => signIn.check(), 2000));

// What is on the page stays while somebody signs in again.
link.addEventListener('state', () => {
  if (link.state === 'expired') {
    signIn.open();
  }
});

// What is shown goes when the session is gone; until then the page must not look as if it were.
async function signOut() {
  status.settle();
  find('sign-out').disabled = true;
  link.stop();
  const problem = await signIn.leave();
  find('sign-out').disabled = false;
  if (problem) {
    status.notify(problem, ['Try again', signOut]);
    link.start();
    return;
  }
  router.stop();
  forget();
  find('sign-out').hidden = true;
  find('bell').hidden = true;
  find('pages').hidden = true;
  write(find('user'), '');
  write(find('host'), '');
}
find('sign-out').addEventListener('click', signOut);

signIn.check();

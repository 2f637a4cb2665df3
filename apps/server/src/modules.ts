import { calendarModule } from '@zhengtong/calendar';
import { addLetterPages, casesModule, drawnLetters, sealsAt } from '@zhengtong/cases';
import { catalogueWith } from '@zhengtong/catalogue';
import { certificatesModule, hasCertificateType } from '@zhengtong/certificates';
import { addConsole } from '@zhengtong/console/serve';
import { evaluationModule } from '@zhengtong/evaluation';
import { clamdScanner, type FilePorts, filesModule } from '@zhengtong/files';
import {
  authenticate,
  demoFirmRegister,
  demoRegister,
  type FirmRegister,
  httpFirmRegister,
  httpRegister,
  identityWith,
  listStanding,
  noRegister,
  type PersonRegister,
} from '@zhengtong/identity';
import { httpSms, type MessagePorts, messagesModule, smtpChannel } from '@zhengtong/messages';
import { drawInThread } from '@zhengtong/ofd';
import type { Actor, App, Config, Module, PageOfError, Setting, Storage } from '@zhengtong/platform';
import { addPortal, pageOfError } from '@zhengtong/portal';
import type { FastifyRequest } from 'fastify';
import { addApiPages } from './api-pages.ts';
import { addCaseFiles } from './case-files.ts';
import type { DemoCityPhone } from './demo/demo-phone.ts';
import { demoFirms } from './demo/demo-staff.ts';

/** What the composition is made from. */
export type Materials = {
  readonly config: Config;
  readonly setting: Setting;
  readonly storage: Storage;
  /** Given in the demonstration city alone. */
  readonly demoPhone: DemoCityPhone | undefined;
};

export type Composed = {
  /** The table of contents of the whole system, in dependency order. */
  readonly modules: readonly Module[];
  authenticate(request: FastifyRequest): Promise<Actor>;
  readonly pageOfError: PageOfError;
  readonly files: FilePorts;
  /** Portal, console, API pages. */
  addPages(app: App): Promise<void>;
};

export function composeHouse({ config, setting, storage, demoPhone }: Materials): Composed {
  const files: FilePorts = {
    storage,
    scanner: config.clamd ? clamdScanner(config.clamd, config.clamdMs) : undefined,
    unscanned: config.unscanned,
    quota: config.uploads,
  };
  const channels = channelsOf(config, demoPhone);
  const codes = { ceilings: config.codeCeilings, hasTexts: channels.sms !== undefined };
  return {
    modules: [
      identityWith(codes),
      filesModule(files),
      messagesModule(channels),
      calendarModule,
      catalogueWith({ hasCertificateType }),
      certificatesModule,
      casesModule,
      evaluationModule,
    ],
    authenticate: authenticate(setting),
    pageOfError,
    files,
    async addPages(app) {
      addCaseFiles(app, files);
      const draw = drawInThread();
      const renderer = drawnLetters(draw);
      addLetterPages(app, { publicUrl: config.publicUrl, findSeal: sealsAt(config.sealsAt), renderer });
      addApiPages(app);
      await addConsole(app, { listStanding: (ids) => listStanding(setting, ids) });
      const register = registerOf(config, demoPhone);
      const { publicUrl } = config;
      await addPortal(app, {
        files,
        register,
        firmRegister: firmRegisterOf(config, demoPhone),
        draw,
        publicUrl,
        codes,
        sendsMail: config.smtpUrl !== undefined,
        ...config.city,
        ...(demoPhone ? { demoPhone } : {}),
      });
    },
  };
}

function registerOf({ registerUrl }: Config, demoPhone: DemoCityPhone | undefined): PersonRegister {
  if (demoPhone) return demoRegister();
  return registerUrl ? httpRegister(registerUrl) : noRegister;
}

function firmRegisterOf({ firmRegisterUrl }: Config, demoPhone: DemoCityPhone | undefined): FirmRegister | undefined {
  if (demoPhone) return demoFirmRegister(demoFirms);
  return firmRegisterUrl ? httpFirmRegister(firmRegisterUrl) : undefined;
}

function channelsOf(config: Config, demoPhone: DemoCityPhone | undefined): MessagePorts {
  const sms = demoPhone ?? (config.smsUrl ? httpSms(config.smsUrl) : undefined);
  return {
    siteUrl: config.publicUrl,
    ...(sms ? { sms } : {}),
    ...(config.smtpUrl ? { mail: smtpChannel(config.smtpUrl, config.mailFrom) } : {}),
  };
}

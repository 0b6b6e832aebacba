import { useMantineColorScheme } from '@mantine/core';
import { type Language, languages } from '@rectify/words';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reportDay } from '../as-of/as-of.ts';
import { useAsOf } from '../as-of/use-as-of.ts';
import { changeLanguage } from '../language/language.ts';
import { typedDay } from '../language/typed.ts';
import { useDates, useLanguage } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { useShortcutsAllowed, writeSetting } from '../settings/device-settings.ts';
import { screensFor } from '../shell/screens.ts';
import type { PaletteCommand } from './command.ts';
import { useCaseCommands } from './use-case-commands.ts';

/** All that the palette can do for this person, here and now; a day that was typed can be looked at. */
export function useCommands(typed: string): readonly PaletteCommand[] {
  const ofCase = useCaseCommands();
  const screens = useScreenCommands();
  const days = useDayCommands(typed);
  const settings = useSettingCommands();
  return [...ofCase, ...days, ...screens, ...settings];
}

function useScreenCommands(): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  if (session === null) return [];
  return screensFor(session.role).map(({ to, name }) => ({
    id: `screen ${to}`,
    group: 'screens',
    text: t(`common.nav.${name}`, { count: session.mines.length }),
    run: () => void navigate({ to }),
  }));
}

/** The day that was typed, whatever else is asked for; and back to now from one. */
function useDayCommands(typed: string): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const dates = useDates();
  const role = useSession()?.role;
  const { kind, goTo, demonstration } = useAsOf();
  if (role === 'admin') return [];
  const asked = typedDay(typed);
  const days = asked ? [asked] : demonstration ? [reportDay] : [];
  return [
    ...days.map(
      (day): PaletteCommand => ({
        id: `day ${day}`,
        group: 'days',
        text: t('palette.lookAt', { day: dates.day(day) }),
        // What was typed is found by itself.
        note: day === asked ? typed : day,
        run: () => goTo(day),
      }),
    ),
    ...(kind === 'past'
      ? [{ id: 'now', group: 'days', text: t('common.asOf.backToNow'), run: () => goTo('today') } as const]
      : []),
  ];
}

function useSettingCommands(): readonly PaletteCommand[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keys = useShortcutsAllowed();
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  const schemes = (['light', 'dark', 'auto'] as const).filter((scheme) => scheme !== colorScheme);
  return [
    {
      id: 'language',
      group: 'settings',
      text: `${t('common.settings.language')}: ${languages[other]}`,
      run: () => void changeLanguage(other),
    },
    ...schemes.map(
      (scheme): PaletteCommand => ({
        id: `appearance ${scheme}`,
        group: 'settings',
        text: `${t('common.settings.appearance')}: ${t(`common.settings.${scheme}`)}`,
        run: () => setColorScheme(scheme),
      }),
    ),
    {
      id: 'shortcuts',
      group: 'settings',
      text: `${t('common.settings.shortcuts')}: ${t(keys ? 'common.settings.shortcutsOff' : 'common.settings.shortcutsOn')}`,
      run: () => writeSetting('shortcuts', keys ? 'off' : 'on'),
    },
  ];
}

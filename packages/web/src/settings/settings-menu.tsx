import { useMantineColorScheme } from '@mantine/core';
import { type Language, languages } from '@rectify/words';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { Popover } from '../design/popover.tsx';
import { changeLanguage } from '../language/language.ts';
import { useLanguage } from '../language/use-words.ts';
import { useSession } from '../session/session.ts';
import { useShortcutsAllowed, writeSetting } from './device-settings.ts';
import classes from './settings-menu.module.css';

/** Language, appearance and keyboard of this device. The other language is one press away unless room is short. */
export function SettingsMenu({ compact }: { readonly compact: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shortcuts = useShortcutsAllowed();
  const [open, setOpen] = useState(false);
  const role = useSession()?.role;
  const told = role !== undefined && role !== 'admin' && role !== 'analyst';
  return (
    <>
      {compact ? null : (
        <Button kind="quiet" lang={other} onClick={() => void changeLanguage(other)}>
          {other === 'en' ? 'English' : '中文'}
        </Button>
      )}
      <Popover open={open} onOpen={setOpen} button={<Sliders />} label={t('common.settings.label')}>
        <div className={classes.settings}>
          <Choice
            legend={t('common.settings.language')}
            value={language}
            options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            onChange={(value) => void changeLanguage(value === 'en' ? 'en' : 'zh-CN')}
          />
          <Choice
            legend={t('common.settings.appearance')}
            value={colorScheme}
            options={(['auto', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`common.settings.${value}`),
            }))}
            onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
          />
          <Choice
            legend={t('common.settings.shortcuts')}
            value={shortcuts ? 'on' : 'off'}
            options={[
              { value: 'on', label: t('common.settings.shortcutsOn') },
              { value: 'off', label: t('common.settings.shortcutsOff') },
            ]}
            onChange={(value) => writeSetting('shortcuts', value)}
          />
          {told ? (
            <Link to="/notifications" onClick={() => setOpen(false)}>
              {t('common.notifications.title')}
            </Link>
          ) : null}
        </div>
      </Popover>
    </>
  );
}

function Choice({
  legend,
  value,
  options,
  onChange,
}: {
  readonly legend: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function Sliders() {
  return (
    <Icon>
      <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
      <circle cx="10" cy="4.5" r="1.75" />
      <circle cx="6" cy="11.5" r="1.75" />
    </Icon>
  );
}

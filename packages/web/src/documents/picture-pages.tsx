import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { readFile, removeFiles } from '../outbox/files.ts';
import classes from './picture-pages.module.css';
import { sizeText } from './size-text.ts';

/** The pictures that become one PDF, as they lie: each can be moved or taken out. */
export function PicturePages({
  pictures,
  bytes,
  onChange,
}: {
  readonly pictures: readonly string[];
  readonly bytes: number;
  /** The pictures as they are to lie, and how many bytes were taken out. */
  readonly onChange: (pictures: readonly string[], removed: number) => void;
}) {
  const { t } = useTranslation();
  const moved = (from: number, to: number) => {
    const rest = pictures.toSpliced(from, 1);
    const [picture] = pictures.slice(from, from + 1);
    if (picture !== undefined) onChange(rest.toSpliced(to, 0, picture), 0);
  };
  const takenOut = async (picture: string) => {
    const kept = await readFile(picture);
    onChange(
      pictures.filter((one) => one !== picture),
      kept?.content.size ?? 0,
    );
    await removeFiles([picture]);
  };
  return (
    <div className={classes.pages}>
      <p>{t('outbox.pictures.together', { count: pictures.length, size: sizeText(bytes) })}</p>
      <ol>
        {pictures.map((picture, index) => (
          <li key={picture}>
            <Thumbnail picture={picture} alt={t('outbox.pictures.page', { number: index + 1 })} />
            <span className={classes.number}>{index + 1}</span>
            <div className={classes.moves}>
              <Move
                label={t('outbox.pictures.earlier', { number: index + 1 })}
                possible={index > 0}
                path="M8 13V3M3.5 7.5 8 3l4.5 4.5"
                onMove={() => moved(index, index - 1)}
              />
              <Move
                label={t('outbox.pictures.later', { number: index + 1 })}
                possible={index < pictures.length - 1}
                path="M8 3v10M3.5 8.5 8 13l4.5-4.5"
                onMove={() => moved(index, index + 1)}
              />
              <Move
                label={t('outbox.pictures.remove', { number: index + 1 })}
                possible
                path="m4 4 8 8M12 4l-8 8"
                onMove={() => void takenOut(picture)}
              />
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Move({
  label,
  possible,
  path,
  onMove,
}: {
  readonly label: string;
  readonly possible: boolean;
  readonly path: string;
  readonly onMove: () => void;
}) {
  return (
    <button type="button" aria-label={label} disabled={!possible} onClick={onMove}>
      <Icon strokeWidth="1.75">
        <path d={path} />
      </Icon>
    </button>
  );
}

function Thumbnail({ picture, alt }: { readonly picture: string; readonly alt: string }) {
  const kept = useQuery({
    queryKey: ['file', picture],
    queryFn: async () => (await readFile(picture)) ?? null,
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const content = kept.data?.content;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!content) return;
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address === undefined ? <span className={classes.blank} /> : <img src={address} alt={alt} />;
}

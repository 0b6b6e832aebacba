import type { Language } from '@rectify/words';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './client.ts';

/** What somebody is told of by e-mail, and where. */
export interface NotificationSettings {
  /** Null: no e-mail is wanted. */
  readonly email: string | null;
  readonly news: boolean;
  readonly deadlines: boolean;
  /** In which language. */
  readonly language: Language;
}

/** What the server keeps of somebody's choice. */
export interface KeptSettings {
  readonly settings: NotificationSettings;
  /** False where no mail server is set. */
  readonly mailIsSent: boolean;
  /** Set where the mail server refused the address: nothing is sent there until the choice is kept anew. */
  readonly refused: { readonly address: string; readonly said: string; readonly at: string } | null;
}

const path = '/v1/notification-settings';
const queryKey = ['notification-settings'];

/** What whoever is signed in chose. */
export function useNotificationSettings() {
  return useQuery({ queryKey, queryFn: ({ signal }) => request<KeptSettings>('GET', path, { signal }) });
}

/** Keeps another choice. The mutation's error is a `Problem` or `Unreachable`; nothing was kept then. */
export function useKeepNotificationSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: NotificationSettings) => request<KeptSettings>('POST', path, { body: settings }),
    onSuccess: (kept) => client.setQueryData(queryKey, kept),
  });
}

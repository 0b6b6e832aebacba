import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { allOf, joined, type Sql, sql } from '../keyset.ts';
import { searchable } from './standing-columns.ts';

/**
 * Every text that a mine was ever found by (`words` of mines and of their versions), and an index of the sequences of three characters in each, in any script
 * (https://sqlite.org/fts5.html#the_trigram_tokenizer). The index holds where a sequence occurs, not the text. `mine_word_sequences` shows of it how many texts each
 * sequence is in.
 */
export const wordsSchema = `
  create table mine_words (
    text_id integer primary key,
    mine_id text not null,
    words text not null,
    unique (mine_id, words)
  ) strict;
  create virtual table mine_words_index using fts5 (
    words, content = 'mine_words', content_rowid = 'text_id', detail = none, columnsize = 0, tokenize = 'trigram case_sensitive 1'
  );
  create virtual table mine_word_sequences using fts5vocab (mine_words_index, row);
`;

/** The texts that mines are found by, in a read database. */
export interface WordsTable {
  /** A mine is found by a text from now on, whichever instant is asked about. */
  add(mineId: string, words: string): void;
}

/** The words table of a database that has {@link wordsSchema}. */
export function wordsTable(db: DatabaseSync): WordsTable {
  const insert = db.prepare('insert or ignore into mine_words (mine_id, words) values (?, ?)');
  const index = db.prepare('insert into mine_words_index (rowid, words) values (?, ?)');
  return {
    add(mineId, words) {
      const { changes, lastInsertRowid } = insert.run(mineId, words);
      if (changes === 1) index.run(lastInsertRowid, words);
    },
  };
}

/** Texts looked up one by one at most; where more could fit, most mines do, and it is quicker to go through those in their order. */
const MOST_LOOKED_UP = 10_000;

/** The same for words too short for the index: all texts are gone through for them, again for each part of a list. */
const MOST_GONE_THROUGH_FOR = 3_000;

const found = z.object({ texts: z.number() });

/** Every word occurs, whatever its case; also within a word, and in scripts that put no spaces between words. */
export function containsWords(db: DatabaseSync, q: string): Sql {
  const ids = idsByWords(db, q);
  const occur = allWordsOccur(wordsOf(q), 'm.words');
  return ids ? allOf([sql(`m.mine_id in (${ids.sql})`, ...ids.params), occur]) : occur;
}

/** The ids of mines that were ever found by texts that could have all words in them, as a query; undefined where these are most mines. */
export function idsByWords(db: DatabaseSync, q: string): Sql | undefined {
  const words = wordsOf(q);
  const sequences = [...new Set(words.flatMap(sequencesIn))].map((sequence) => `"${sequence.replaceAll('"', '""')}"`);
  const texts =
    sequences.length === 0
      ? joined([sql('select rowid from mine_words where'), allWordsOccur(words, 'words')])
      : sql('select rowid from mine_words_index where mine_words_index match ?', sequences.join(' AND '));
  const most = sequences.length === 0 ? MOST_GONE_THROUGH_FOR : MOST_LOOKED_UP;
  const counted = db.prepare(`select count(*) as texts from (${texts.sql} limit ?)`).get(...texts.params, most + 1);
  if (found.parse(counted).texts > most) return undefined;
  return sql(`select mine_id from mine_words where text_id in (${texts.sql})`, ...texts.params);
}

function wordsOf(q: string): string[] {
  return searchable(q)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function allWordsOccur(words: readonly string[], column: string): Sql {
  return allOf(words.map((word) => sql(`instr(${column}, ?) > 0`, word)));
}

/** The sequences of three characters in a word; none in a shorter one. */
function sequencesIn(word: string): string[] {
  const characters = [...word];
  return characters.slice(2).map((_, index) => characters.slice(index, index + 3).join(''));
}

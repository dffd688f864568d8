import type { Command } from '@/lib/document/command';
import { renameBlock, separateBlock, setBlockOutput } from '@/lib/document/commands/blocks';
import { addLayer, insertOnEdge, spliceOnEdge } from '@/lib/document/commands/add-layer';
import { connect, reconnect } from '@/lib/document/commands/connect';
import { move, setName, setOutputs, setParam, setTitle, setTraining } from '@/lib/document/commands/edit';
import { group } from '@/lib/document/commands/group';
import { paste } from '@/lib/document/commands/paste';
import { remove } from '@/lib/document/commands/remove';
import { ungroup } from '@/lib/document/commands/ungroup';
import { replaceLayer } from '@/lib/document/commands/replace-layer';
import { silence, unsilence } from '@/lib/document/commands/silence';
import type { Document } from '@/lib/document/document';
import { setUnitNote } from '@/lib/document/unit-notes';

/** The document after the command: the same object where the command does not apply or changes nothing. */
export function applyCommand(document: Document, command: Command): Document {
  switch (command.kind) {
    case 'add-layer':
      return addLayer(document, command);
    case 'insert-on-edge':
      return insertOnEdge(document, command);
    case 'splice-on-edge':
      return spliceOnEdge(document, command);
    case 'connect':
      return connect(document, command);
    case 'reconnect':
      return reconnect(document, command);
    case 'remove':
      return remove(document, command);
    case 'set-param':
      return setParam(document, command);
    case 'replace-layer':
      return replaceLayer(document, command);
    case 'set-title':
      return setTitle(document, command);
    case 'set-unit-note':
      return setUnitNote(document, command);
    case 'move':
      return move(document, command);
    case 'paste':
      return paste(document, command);
    case 'group':
      return group(document, command);
    case 'ungroup':
      return ungroup(document, command);
    case 'separate-block':
      return separateBlock(document, command);
    case 'rename-block':
      return renameBlock(document, command);
    case 'set-block-output':
      return setBlockOutput(document, command);
    case 'set-name':
      return setName(document, command);
    case 'set-outputs':
      return setOutputs(document, command);
    case 'silence':
      return silence(document, command);
    case 'unsilence':
      return unsilence(document, command);
    case 'set-training':
      return setTraining(document, command);
    case 'replace':
      return command.document;
    case 'batch':
      return command.commands.reduce(applyCommand, document);
  }
}

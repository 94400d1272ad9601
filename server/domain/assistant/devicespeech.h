// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"
#include "catalog/devicepage.h"
#include "domain/assistant/speech.h"

#include <initializer_list>

namespace assistant {

// What several queries say of devices and alerts, in the same words.

QStringList phrasesOf(std::initializer_list<const char *> phrases);

Reference referenceOf(const network::Entry &device);
Reference referenceOf(const alerts::Alert &alert);
/// "down", in the language of the program.
QString stateWord(network::State state);
/// "core-sw-01 is down since 14:02 (26 min)."
QString stateSentence(const network::Entry &device, const Speech &speech);
/// "A-12 “core-sw-01 does not answer” (critical, open since 14:02, nobody looks after it)".
QString alertLine(const alerts::Alert &alert, const Speech &speech);
/// "20:14: state up → down (watch)".
QString changeLine(const network::PastChange &change, const Speech &speech);
/// "critical", by its number.
QString severityWord(int severity);
/// To look after an alert nobody looks after yet; nothing for who may not.
QList<Proposal> ackProposals(const QList<alerts::Alert> &alerts, const core::Principal &caller);

/// The next page of the list of devices that was asked for last; empty when that was all, or enough.
QList<Asking> furtherDevices(const Findings &findings);
/// Those of every page.
QList<network::Entry> devicesOf(const Findings &findings);
/// Whether there are pages that were not asked for.
bool isCutShort(const Findings &findings);
/// Asks for those of these devices nobody has told of yet, at most so many.
QList<Asking> missingDevices(const QStringList &ids, const Findings &findings, qsizetype most);
/// What devices are called that were told of.
QMap<QString, network::Entry> knownDevices(const Findings &findings);
/// Its name, or its id where that is not known.
QString nameOf(const QString &id, const QMap<QString, network::Entry> &known);

} // namespace assistant

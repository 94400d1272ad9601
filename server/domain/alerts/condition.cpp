// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/condition.h"

#include <QCryptographicHash>

#include <algorithm>

namespace alerts {

namespace {
constexpr int longestHeading = 256;
constexpr int longestMessage = 4096;
constexpr int longestLabel = 256;
constexpr int mostLabels = 64;
constexpr int fingerprintBytes = 16;
} // namespace

QString clipped(const QString &text, qsizetype longest)
{
    QString out = text.size() > longest ? text.left(longest) : text;
    if (!out.isEmpty() && out.back().isHighSurrogate())
        out.chop(1);
    out = QString::fromUtf8(out.toUtf8());
    return out.remove(QChar(u'\0'));
}

QString fingerprintOf(const QString &source, const QString &subjectId, const QMap<QString, QString> &labels)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // With their lengths, so that no two lists read alike.
    const auto add = [&hash](const QString &text) {
        const QByteArray bytes = text.toUtf8();
        hash.addData(QByteArray::number(bytes.size()));
        hash.addData(QByteArrayView(":"));
        hash.addData(bytes);
    };
    add(source);
    add(subjectId);
    for (auto label = labels.cbegin(); label != labels.cend(); ++label) {
        add(label.key());
        add(label.value());
    }
    return QString::fromLatin1(hash.result().left(fingerprintBytes).toHex());
}

Condition settled(const Condition &condition, const QDateTime &now)
{
    Condition out = condition;
    out.title = clipped(condition.title.simplified(), longestHeading);
    out.message = clipped(condition.message, longestMessage);
    out.source = clipped(condition.source, longestLabel);
    out.subjectId = clipped(condition.subjectId, longestLabel);
    out.causeId = clipped(condition.causeId, longestLabel);
    out.severity = std::clamp(condition.severity, 1, 10);
    out.labels.clear();
    for (auto label = condition.labels.cbegin();
         label != condition.labels.cend() && out.labels.size() < mostLabels; ++label)
        out.labels.insert(clipped(label.key(), longestLabel), clipped(label.value(), longestLabel));
    if (out.causeId == out.subjectId)
        out.causeId.clear();
    out.fingerprint = condition.fingerprint.isEmpty() ? fingerprintOf(out.source, out.subjectId, out.labels)
                                                      : clipped(condition.fingerprint, longestLabel);
    if (!out.at.isValid() || out.at > now)
        out.at = now;
    out.at = out.at.toUTC();
    return out;
}

} // namespace alerts

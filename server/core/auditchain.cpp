// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auditchain.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <algorithm>

namespace core {

namespace {
/// With its length, so that no two lists of texts are the same bytes.
void appendPart(QByteArray &out, const QByteArray &part)
{
    const quint32 size = qToBigEndian(quint32(part.size()));
    out.append(reinterpret_cast<const char *>(&size), sizeof size);
    out.append(part);
}
} // namespace

QByteArray AuditChain::mac(const QByteArray &message) const
{
    return QMessageAuthenticationCode::hash(message, m_key, QCryptographicHash::Sha256);
}

QByteArray AuditChain::origin() const { return mac(QByteArrayLiteral("belfry audit origin")); }

QByteArray AuditChain::seal(const QByteArray &previous, const AuditRecord &record) const
{
    QByteArray message;
    appendPart(message, previous);
    appendPart(message, QByteArray::number(record.at.toMSecsSinceEpoch()));
    for (const QString *text : {&record.actor, &record.account, &record.action, &record.target,
                                &record.address, &record.outcome, &record.detail})
        appendPart(message, text->toUtf8());
    appendPart(message, QByteArray::number(record.count));
    return mac(message);
}

AuditHead AuditChain::head(qint64 number, const QByteArray &seal) const
{
    QByteArray message;
    appendPart(message, QByteArrayLiteral("belfry audit head"));
    appendPart(message, QByteArray::number(number));
    appendPart(message, seal);
    return {number, seal, mac(message)};
}

AuditInspection::AuditInspection(AuditChain chain) : m_chain(std::move(chain)), m_seals{m_chain.origin()} {}

void AuditInspection::take(const AuditRecord &record)
{
    if (m_fault == 0) {
        if (record.number != m_last + 1) {
            m_fault = m_last + 1;
        } else if (m_chain.seal(m_seals.last(), record) != record.seal) {
            m_fault = record.number;
            m_wrong = record;
        }
    }
    m_last = record.number;
    m_seals += record.seal;
}

AuditFlaw AuditInspection::flawOf(const AuditRecord &record) const
{
    const bool isGenuine = std::any_of(m_seals.begin(), m_seals.end(), [&](const QByteArray &previous) {
        return m_chain.seal(previous, record) == record.seal;
    });
    return isGenuine ? AuditFlaw::Moved : AuditFlaw::Changed;
}

AuditCheck AuditInspection::conclude(const std::optional<AuditHead> &head) const
{
    AuditCheck check{m_seals.size() - 1, m_fault, AuditFlaw::Missing};
    if (m_wrong)
        check.flaw = flawOf(*m_wrong);
    if (m_fault != 0 || (!head && m_last == 0))
        return check;
    const AuditHead stored = head.value_or(AuditHead{});
    if (stored.number > m_last) {
        check.firstFault = m_last + 1;
    } else if (stored.number != m_last || stored.seal != m_seals.last() ||
               stored.proof != m_chain.head(m_last, m_seals.last()).proof) {
        check.firstFault = std::min(stored.number + 1, std::max<qint64>(m_last, 1));
        check.flaw = AuditFlaw::Changed;
    }
    return check;
}

} // namespace core

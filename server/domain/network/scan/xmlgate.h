// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace network::scan {

/// Lets through what nmap writes and stops before anything that makes an XML parser work or remember without
/// end: entities, document types, heaps of attributes, endless depth and text. QXmlStreamReader of Qt 6.4
/// needs 20 s for 100,000 attributes, and takes a document type inside of the document.
class XmlGate
{
public:
    static constexpr qint64 mostBytes = qint64(64) << 20;
    static constexpr qsizetype longestTag = qsizetype(256) << 10;
    static constexpr qsizetype longestText = qsizetype(64) << 10;
    static constexpr int mostAttributes = 64;
    static constexpr int mostDepth = 48;

    /// Appends to `out` what may go on. False once something may not; nothing goes on from there.
    bool pass(QByteArrayView bytes, QByteArray &out);
    /// What was wrong, for people who look for the reason; empty while nothing is.
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    enum class In : quint8 {
        Text,
        Opening,
        Tag,
        Quoted,
        Bang,
        Comment,
        DocumentType,
        Instruction,
        Reference
    };

    bool step(char byte, QByteArray &out);
    bool stepText(char byte, QByteArray &out);
    bool stepOpening(char byte);
    bool stepTag(char byte, QByteArray &out);
    bool stepQuoted(char byte);
    bool stepBang(char byte);
    bool stepComment(char byte);
    bool stepDocumentType(char byte, QByteArray &out);
    bool stepInstruction(char byte, QByteArray &out);
    bool stepReference(char byte, QByteArray &out);
    bool closeTag(QByteArray &out);
    bool refuse(const char *why);
    void release(QByteArray &out);

    In m_in = In::Text;
    In m_around = In::Text; // of a reference
    QByteArray m_token;     // a tag, a comment … that is not whole yet
    QByteArray m_reference;
    char m_quote = 0;
    int m_attributes = 0;
    int m_depth = 0;
    qsizetype m_text = 0;
    qint64 m_total = 0;
    bool m_hasDocumentType = false;
    bool m_hasRoot = false;
    QString m_fault;
};

} // namespace network::scan

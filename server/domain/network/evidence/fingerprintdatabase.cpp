// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/fingerprintdatabase.h"

#include "domain/network/evidence/atoms.h"
#include "domain/network/evidence/plaintext.h"

#include <algorithm>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

namespace network {

namespace {
constexpr qsizetype mostCaught = 200;

/// recog is written for Ruby, where ^ and $ stand at every line, and where (?m) lets a dot match the end of
/// one, which RE2 calls (?s).
std::string inRe2(const QByteArray &pattern)
{
    QByteArray told = "(?m)" + pattern;
    for (const char *flags : {"(?m:", "(?im:", "(?mi:", "(?m)", "(?im)", "(?mi)"}) {
        QByteArray both(flags);
        both.insert(2, 's');
        // The first is our own.
        for (qsizetype at = 4; (at = told.indexOf(flags, at)) >= 0; at += both.size())
            told.replace(at, qsizetype(qstrlen(flags)), both);
    }
    return told.toStdString();
}

RE2::Options optionsOf(const Fingerprint &fingerprint)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!fingerprint.isCaseless);
    options.set_dot_nl(fingerprint.dotMatchesNewline);
    // For the pattern and what is remembered of its states: thousands of them must not fill the machine.
    options.set_max_mem(1 << 19);
    return options;
}

/// Bounded, and UTF-8: of what is none, each byte is the character of its number, as patterns like \x04 mean.
QByteArray matchable(QByteArrayView text)
{
    QByteArrayView bounded = text.first(std::min(text.size(), FingerprintDatabase::mostText));
    // A character must not be cut in its middle.
    for (int i = 0; i < 3 && bounded.size() < text.size() && (text[bounded.size()] & 0xc0) == 0x80; ++i)
        bounded.chop(1);
    return bounded.isValidUtf8() ? bounded.toByteArray() : QString::fromLatin1(bounded).toUtf8();
}

re2::StringPiece piece(QByteArrayView text) { return {text.data(), size_t(text.size())}; }

/// {names} of other values are put in; a version that is not known is "-" in a CPE name.
QString filledIn(QString text, const FingerprintMatch &match, const QByteArray &name)
{
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            break;
        const QByteArray key = QStringView(text).mid(open + 1, close - open - 1).toUtf8();
        QString value = match.values.value(key);
        if (value.isEmpty() && name.endsWith("cpe23"))
            value = QStringLiteral("-");
        text.replace(open, close - open + 1, value);
        open += value.size();
    }
    return text.left(mostCaught);
}
} // namespace

/// The patterns, and which of them a text cannot match because a string they need is not in it.
struct FingerprintDatabase::Compiled
{
    re2::FilteredRE2 patterns{int(Atoms::shortest)};
    Atoms atoms;
    QList<qsizetype> indexes; ///< of the fingerprints the patterns belong to
};

FingerprintDatabase::FingerprintDatabase(FingerprintFile file)
    : m_file(std::move(file)), m_compiled(std::make_unique<Compiled>())
{
    compile();
}

FingerprintDatabase::~FingerprintDatabase() = default;
FingerprintDatabase::FingerprintDatabase(FingerprintDatabase &&) noexcept = default;
FingerprintDatabase &FingerprintDatabase::operator=(FingerprintDatabase &&) noexcept = default;

void FingerprintDatabase::compile()
{
    for (qsizetype i = 0; i < m_file.fingerprints.size(); ++i) {
        const Fingerprint &fingerprint = m_file.fingerprints.at(i);
        int id = -1;
        if (m_compiled->patterns.Add(inRe2(fingerprint.pattern), optionsOf(fingerprint), &id) ==
            RE2::NoError) {
            m_compiled->indexes.append(i);
            continue;
        }
        m_file.faults.append({core::ErrorCode::Invalid,
                              tr("The pattern of a fingerprint cannot be understood (%1.xml, line %2). The "
                                 "others of the file are used; mend or remove this one.")
                                  .arg(m_file.name)
                                  .arg(fingerprint.line)});
    }
    std::vector<std::string> atoms;
    if (!m_compiled->indexes.isEmpty())
        m_compiled->patterns.Compile(&atoms);
    m_compiled->atoms = Atoms(std::move(atoms));
}

std::optional<FingerprintMatch> FingerprintDatabase::match(QByteArrayView text) const
{
    if (m_compiled->indexes.isEmpty())
        return std::nullopt;
    const QByteArray bounded = matchable(text);
    const int id = m_compiled->patterns.FirstMatch(piece(bounded),
                                                   m_compiled->atoms.in(bounded.toLower().toStdString()));
    if (id < 0)
        return std::nullopt;
    return said(id, bounded);
}

std::optional<FingerprintMatch> FingerprintDatabase::matchOne(qsizetype index, QByteArrayView text) const
{
    const qsizetype id = m_compiled->indexes.indexOf(index);
    const QByteArray bounded = matchable(text);
    if (id < 0 || !RE2::PartialMatch(piece(bounded), m_compiled->patterns.GetRE2(int(id))))
        return std::nullopt;
    return said(id, bounded);
}

FingerprintMatch FingerprintDatabase::said(qsizetype id, QByteArrayView text) const
{
    const RE2 &pattern = m_compiled->patterns.GetRE2(int(id));
    std::vector<re2::StringPiece> groups(size_t(pattern.NumberOfCapturingGroups()) + 1);
    pattern.Match(piece(text), 0, size_t(text.size()), RE2::UNANCHORED, groups.data(), int(groups.size()));
    FingerprintMatch match;
    match.index = int(m_compiled->indexes.at(id));
    const Fingerprint &fingerprint = m_file.fingerprints.at(match.index);
    match.database = m_file.key;
    match.description = fingerprint.description;
    match.certainty = fingerprint.certainty;
    for (const Fingerprint::Param &param : fingerprint.params) {
        if (param.group == 0) {
            match.values.insert(param.name, QString::fromUtf8(param.value));
        } else if (size_t(param.group) < groups.size() && groups[size_t(param.group)].data() != nullptr) {
            const re2::StringPiece &caught = groups[size_t(param.group)];
            match.values.insert(
                param.name,
                printable(QString::fromUtf8(caught.data(), qsizetype(caught.size())), mostCaught));
        }
    }
    for (const Fingerprint::Param &param : fingerprint.params) {
        if (param.group == 0 && param.value.contains('{'))
            match.values.insert(param.name, filledIn(QString::fromUtf8(param.value), match, param.name));
    }
    match.values.removeIf([](const auto &value) { return value.key().startsWith("_tmp."); });
    return match;
}

} // namespace network

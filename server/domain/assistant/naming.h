// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/assistant.h"
#include "domain/assistant/asker.h"

#include <QObject>

#include <optional>

namespace assistant {

/// Something that may be meant, and all it is called.
struct Candidate
{
    Reference thing;
    QStringList names;
};

/// What a name stands for, or what to say where that is not clear.
struct Resolution
{
    std::optional<Reference> thing;
    QString remark; ///< what was taken for what, where it was not written so
    QString trouble;
    QList<Reference> candidates;
    bool isGuessed = false; ///< the name was written with a slip
};

/// Finds what people mean by the names they write, among what they may see. Names of things are asked for;
/// nothing is kept.
class Naming final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Resolution &)>;

    explicit Naming(Asker ask) : m_ask(std::move(ask)) {}

    /// Whether a text can be the name of something of this kind at all: device, thing, alert, port,
    /// department, network or measure.
    [[nodiscard]] static bool isPossible(const QString &kind, const QString &text);
    /// `done` is called once.
    void resolve(const QString &kind, const QString &text, const core::Principal &caller, const Done &done);

    /// The one that is meant. With `forgivesSlips`, also where the name is nearly right.
    [[nodiscard]] static Resolution choose(const QString &text, const QList<Candidate> &candidates,
                                           bool forgivesSlips);

private:
    struct Search
    {
        QString text;
        bool isThing = false; ///< watched services count, too
        core::Principal caller;
        Done done;
        QList<Candidate> candidates;
        int pages = 0;
    };
    using Shared = std::shared_ptr<Search>;

    void searchDevices(const Shared &search);
    void searchServices(const Shared &search);
    void walkDevices(const Shared &search, const QString &after);
    void searchDepartments(const Shared &search);
    void searchNetworks(const Shared &search);
    /// Asks; what is refused or fails is an end of the search.
    template <core::Described T>
    void ask(const T &params, const Shared &search, std::function<void(const typename T::Reply &)> take);
    static void end(const Shared &search, const QString &nothing);

    Asker m_ask;
};

} // namespace assistant

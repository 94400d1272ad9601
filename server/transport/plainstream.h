// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/descriptorstream.h"

namespace transport {

/// A stream of bytes as they are: one ::send per write.
class PlainStream final : public DescriptorStream
{
public:
    /// Owns `descriptor`, which must not block.
    explicit PlainStream(int descriptor) : DescriptorStream(descriptor) {}

    qint64 read(char *data, qint64 size) override;
    bool finish() override;

protected:
    qint64 offer(const QByteArray &bytes) override;
};

} // namespace transport

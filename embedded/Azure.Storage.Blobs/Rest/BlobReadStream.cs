using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs.Rest;

/// <summary>A blob read range by range. One buffer, fetched when the position leaves it.</summary>
internal sealed class BlobReadStream : Stream
{
    private const int UsualBuffer = 4 * 1024 * 1024;

    private readonly BlobBaseClient _blob;
    private readonly BlobRequestConditions _unchanged;
    private readonly int _bufferSize;
    private ReadOnlyMemory<byte> _buffer;
    private long _bufferStart;
    private long _position;

    public BlobReadStream(BlobBaseClient blob, BlobProperties properties, BlobOpenReadOptions options)
    {
        if (options.AllowModifications)
        {
            throw new NotSupportedException("A blob that may change while it is read is not offered here.");
        }

        _blob = blob;
        _unchanged = new BlobRequestConditions { IfMatch = properties.ETag };
        _bufferSize = options.BufferSize ?? UsualBuffer;
        Length = properties.ContentLength;
        Position = options.Position;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 && value <= Length ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "This is outside the blob.");
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.Length == 0)
        {
            return 0;
        }

        if (_position < _bufferStart || _position >= _bufferStart + _buffer.Length)
        {
            var options = new BlobDownloadOptions { Range = new HttpRange(_position, Math.Min(_bufferSize, Length - _position)), Conditions = _unchanged };
            _buffer = (await _blob.DownloadContentAsync(options, cancellationToken).ConfigureAwait(false)).Value.Content.ToMemory();
            _bufferStart = _position;
        }

        var ahead = _buffer[(int)(_position - _bufferStart)..];
        var count = Math.Min(ahead.Length, buffer.Length);
        ahead[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <exception cref="NotSupportedException">Reading without async is not offered here.</exception>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read this stream with ReadAsync.");

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException("This stream is for reading.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream is for reading.");
}

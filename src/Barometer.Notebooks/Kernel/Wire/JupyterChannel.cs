namespace Barometer.Notebooks.Kernel.Wire;

/// <summary>The sockets of a kernel that carry messages.</summary>
internal enum JupyterChannel
{
    /// <summary>Requests, served in their order.</summary>
    Shell,

    /// <summary>Requests that don't wait for those of the shell: interrupt and shutdown.</summary>
    Control,

    /// <summary>What the kernel tells everybody who listens.</summary>
    Publish,

    /// <summary>Answers to questions of the kernel. This kernel asks none.</summary>
    Input,
}

"""The autoencoder: pictures to latents an eighth as wide and high, and back, fast on a CPU.

Pixels are folded 2x2 into channels at both ends, so that no convolution runs at full size."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from nets.layers import GroupNorm


class Res(nn.Module):
    def __init__(self, ch, groups=16):
        super().__init__()
        self.norm1, self.norm2 = GroupNorm(groups, ch), GroupNorm(groups, ch)
        self.conv1, self.conv2 = nn.Conv2d(ch, ch, 3, padding=1), nn.Conv2d(ch, ch, 3, padding=1)
        nn.init.zeros_(self.conv2.weight), nn.init.zeros_(self.conv2.bias)

    def forward(self, x):
        return x + self.conv2(F.silu(self.norm2(self.conv1(F.silu(self.norm1(x))))))


class AutoencoderKL(nn.Module):
    """encode: pictures in -1..1 -> mean and log variance, stacked; decode: latents -> pictures."""

    def __init__(self, encoder=(48, 96, 128), decoder=(160, 112, 64), sample_size=256):
        super().__init__()
        e, d = encoder, decoder
        self.config = {"_class_name": "AutoencoderKL", "in_channels": 3, "out_channels": 3, "latent_channels": 4,
                       "sample_size": sample_size, "scaling_factor": 1.0, "encoder_channels": list(e), "decoder_channels": list(d),
                       "block_out_channels": [e[0], e[0], e[1], e[2]], "act_fn": "silu", "norm_num_groups": 16}
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(2), nn.Conv2d(12, e[0], 3, padding=1), Res(e[0]),
            nn.Conv2d(e[0], e[1], 3, stride=2, padding=1), Res(e[1]),
            nn.Conv2d(e[1], e[2], 3, stride=2, padding=1), Res(e[2]), Res(e[2]),
            GroupNorm(16, e[2]), nn.SiLU(), nn.Conv2d(e[2], 8, 3, padding=1))
        self.quant_conv = nn.Conv2d(8, 8, 1)
        self.post_quant_conv = nn.Conv2d(4, 4, 1)
        self.decoder = nn.Sequential(
            nn.Conv2d(4, d[0], 3, padding=1), Res(d[0]), Res(d[0]), Res(d[0]),
            nn.Conv2d(d[0], 4 * d[1], 1), nn.PixelShuffle(2), Res(d[1]), Res(d[1]),
            nn.Conv2d(d[1], 4 * d[2], 1), nn.PixelShuffle(2), Res(d[2]), Res(d[2]),
            GroupNorm(16, d[2]), nn.SiLU(), nn.Conv2d(d[2], 12, 3, padding=1), nn.PixelShuffle(2))

    def encode(self, x):
        return self.quant_conv(self.encoder(x))

    def decode(self, z):
        return self.decoder(self.post_quant_conv(z))

    def forward(self, x, noise):
        """(reconstruction from a drawn latent, mean, log variance)"""
        mean, logvar = self.encode(x).float().chunk(2, 1)
        logvar = logvar.clamp(-30, 20)
        return self.decode(mean + noise * torch.exp(.5 * logvar)), mean, logvar

    @torch.no_grad()
    def normalise(self, mean, std):
        """Folds a shift and a scale per latent channel into the two 1x1 convolutions: latents leave with mean 0 and
        deviation 1, reconstructions stay the same, and scaling_factor is 1."""
        q, p = self.quant_conv, self.post_quant_conv
        q.weight[:4] /= std[:, None, None, None]
        q.bias[:4] = (q.bias[:4] - mean) / std
        q.bias[4:] -= 2 * std.log()
        p.bias += (p.weight[:, :, 0, 0] * mean).sum(1)
        p.weight *= std[None, :, None, None]

"""Losses and the noise schedule."""
import torch
import torch.nn.functional as F


def edges(a, b, levels=3):
    """L1 between the gradients of two images at several scales: keeps outlines sharp."""
    d, total = (a - b).float(), 0.
    for k in range(levels):
        total = total + (d[..., 1:] - d[..., :-1]).abs().mean() + (d[..., 1:, :] - d[..., :-1, :]).abs().mean()
        if k + 1 < levels:
            d = F.avg_pool2d(d, 2)
    return total / levels


def vae_loss(y, x, mean, logvar, kl, edge=.5, colour=1.):
    """colour: L1 of the 8x8 means, without which the colour of small things is learnt last."""
    y, mean, logvar = y.float(), mean.float(), logvar.float()
    divergence = .5 * (mean ** 2 + logvar.exp() - 1 - logvar).mean()
    d = y - x
    return d.abs().mean() + edge * edges(y, x) + colour * F.avg_pool2d(d, 8).abs().mean() + kl * divergence


def psnr(y, x):
    """Both in -1..1; the mean over images of 10 log10(4 / mse)."""
    mse = (y.float().clamp(-1, 1) - x.float()).pow(2).flatten(1).mean(1)
    return (10 * torch.log10(4 / mse.clamp_min(1e-8))).mean()


def info_nce(image, text, log_scale):
    image, text = F.normalize(image.float(), dim=1), F.normalize(text.float(), dim=1)
    logits = log_scale.clamp(max=4.6052).exp() * image @ text.t()
    label = torch.arange(len(image), device=image.device)
    return (F.cross_entropy(logits, label) + F.cross_entropy(logits.t(), label)) / 2


class Schedule:
    """scaled_linear betas rescaled to zero terminal signal; v-prediction."""
    STEPS, START, END = 1000, .00085, .012

    def __init__(self, device="cpu"):
        betas = torch.linspace(self.START ** .5, self.END ** .5, self.STEPS, dtype=torch.float64) ** 2
        root = torch.cumprod(1 - betas, 0).sqrt()
        first, last = root[0].clone(), root[-1].clone()
        root = (root - last) * first / (first - last)
        self.alpha_bar = (root ** 2).float().to(device)

    def at(self, t):
        a = self.alpha_bar[t][:, None, None, None]
        return a.sqrt(), (1 - a).sqrt()

    def noisy(self, x, noise, t):
        a, s = self.at(t)
        return a * x + s * noise

    def velocity(self, x, noise, t):
        a, s = self.at(t)
        return a * noise - s * x

    def weight(self, t, gamma=5.):
        """min-SNR for v-prediction, shifted by one so that it is 1, not 0, where the signal is zero."""
        a = self.alpha_bar[t]
        snr = a / (1 - a).clamp_min(1e-8)
        return (snr.clamp(max=gamma) + 1) / (snr + 1)


def diffusion_loss(unet, schedule, x, context, t, noise):
    """The weighted error of the predicted velocity."""
    v = unet(schedule.noisy(x, noise, t), t, context)
    error = (v.float() - schedule.velocity(x, noise, t)).pow(2).mean((1, 2, 3))
    return (error * schedule.weight(t)).mean()

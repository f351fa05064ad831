"""Losses, data on the training device, and the phases of training."""
